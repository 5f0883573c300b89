//! Bodies of requests and answers.

use hawser_protocol::space::{Append, Pulled};

pub fn bodies(bytes: &[u8]) {
    if let Ok(append) = Append::decode(bytes) {
        assert_eq!(append.encode(), bytes);
    }
    if let Ok(pulled) = Pulled::decode(bytes) {
        assert_eq!(pulled.encode(), bytes);
    }
}
