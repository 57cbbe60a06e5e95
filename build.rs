//! Tells cargo what is built into the binary: the texts (`src/texts/source.rs`) come from the folder `messages/`, the
//! sandbox's web page (`src/sandbox/page/assets.rs`) from two folders beside it. A file added there must rebuild them.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=messages");
    println!("cargo:rerun-if-changed=src/sandbox/page/web");
    println!("cargo:rerun-if-changed=src/sandbox/page/vendor");
}
