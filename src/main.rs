//! The command line: it parses, loads the settings and calls the library.

fn main() {}
