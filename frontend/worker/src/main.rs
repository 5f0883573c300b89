//! The program of the web worker.
#![forbid(unsafe_code)]

fn main() {
    hawser_worker::run();
}
