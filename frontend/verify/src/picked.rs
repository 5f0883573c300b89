//! The bytes of a file that somebody has picked.

use hawser_bundle::{Bytes, ReadError};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

/// A picked file, read where it lies.
pub struct PickedFile {
    file: File,
    reader: FileReaderSync,
}

fn failed(_: JsValue) -> ReadError {
    ReadError("the browser could not read the file".to_owned())
}

impl PickedFile {
    /// Reads nothing yet.
    pub fn new(file: File) -> Result<Self, ReadError> {
        let reader = FileReaderSync::new().map_err(failed)?;
        Ok(Self { file, reader })
    }
}

impl Bytes for PickedFile {
    fn length(&self) -> u64 {
        self.file.size() as u64
    }
    fn read(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), ReadError> {
        let end = offset + buffer.len() as u64;
        let slice = self
            .file
            .slice_with_f64_and_f64(offset as f64, end as f64)
            .map_err(failed)?;
        let bytes = self.reader.read_as_array_buffer(&slice).map_err(failed)?;
        let bytes = Uint8Array::new(&bytes);
        if bytes.length() as usize != buffer.len() {
            return Err(ReadError("the file has become shorter".to_owned()));
        }
        bytes.copy_to(buffer);
        Ok(())
    }
}
