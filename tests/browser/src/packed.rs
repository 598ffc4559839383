//! Files packed once with brotli, as a good host serves them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use hyper::body::Bytes;

use crate::failure::Failure;

/// Packed contents by file.
#[derive(Default)]
pub struct Packed(BTreeMap<PathBuf, Bytes>);

impl Packed {
    /// Packs every file below a folder that packing makes smaller.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn below(folder: &Path) -> Result<Self, Failure> {
        let mut packed = Self::default();
        packed.add(folder)?;
        Ok(packed)
    }

    /// Adds every file below another folder.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn add(&mut self, folder: &Path) -> Result<(), Failure> {
        let failed = |path: &Path, why: std::io::Error| Failure::File {
            path: path.display().to_string(),
            why: why.to_string(),
        };
        for entry in fs::read_dir(folder)
            .map_err(|it| failed(folder, it))?
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                self.add(&path)?;
                continue;
            }
            let bytes = fs::read(&path).map_err(|it| failed(&path, it))?;
            let mut small = Vec::new();
            let parameters = BrotliEncoderParams {
                quality: 11,
                lgwin: 22,
                ..BrotliEncoderParams::default()
            };
            brotli::BrotliCompress(&mut bytes.as_slice(), &mut small, &parameters)
                .map_err(|it| failed(&path, it))?;
            if small.len() < bytes.len() {
                self.0.insert(path, Bytes::from(small));
            }
        }
        Ok(())
    }

    /// The packed content of a file.
    pub(crate) fn get(&self, file: &Path) -> Option<Bytes> {
        self.0.get(file).cloned()
    }

    /// How many bytes a file takes on its way, packed where that is smaller.
    pub fn size(&self, file: &Path) -> usize {
        self.0.get(file).map_or_else(
            || fs::metadata(file).map_or(0, |it| usize::try_from(it.len()).unwrap_or(usize::MAX)),
            Bytes::len,
        )
    }
}
