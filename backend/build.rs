//! With the feature `embed-frontend`, the page of ../dist becomes part of the binary.

fn main() {
    #[cfg(feature = "embed-frontend")]
    {
        let index = std::path::Path::new("../dist/index.html");
        if !index.exists() {
            println!(
                "cargo::error=../dist/index.html is missing: run `trunk build --release` first, or build without the feature embed-frontend"
            );
            return;
        }
        memory_serve::load_directory_with_embed("../dist", true);
    }
}
