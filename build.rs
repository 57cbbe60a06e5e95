//! Tells cargo that the texts built into the binary (`src/texts/source.rs`) depend on the folder `messages/`: a file
//! added there must rebuild them.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=messages");
}
