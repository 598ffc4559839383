//! The encrypted backup, as far as no key is needed: its header, its checksum, its limits.
//!
//! The format is described in `docs/encrypted-backup.md`. The browser does the cryptography; bytes are taken apart here.

use serde_json::{Map, Value};

use super::error::{MIB, too_large, too_new};
use super::{CRC, Limits, strict};
use crate::catalog::Argument;

/// How every encrypted backup begins.
const BEGINNING: &[u8] = br#"{"format":"waymark-encrypted","#;
/// The newest version of the format that this program reads, and the one it writes.
const VERSION: u32 = 1;
/// The longest header in bytes, its line break included.
const HEADER: usize = 1024;
/// The bytes of the checksum at the end of the file.
const CHECKSUM: usize = 4;
/// The bytes of the tag at the end of the encrypted part.
const TAG: usize = 16;
/// A beginning in which up to so many bytes are wrong is still taken for one, so that damage to it is called damage.
const DAMAGED_BYTES: usize = 2;

const KEY_DERIVATION: &str = "PBKDF2-HMAC-SHA-256";
const CIPHER: &str = "AES-256-GCM";
const COMPRESSION: &str = "gzip";

/// What is needed beside the passphrase to open the encrypted part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// The rounds of the key derivation.
    pub rounds: u32,
    /// The salt of the key derivation, random for each file.
    pub salt: [u8; 16],
    /// The initialization vector of the cipher, random for each file.
    pub iv: [u8; 12],
}

impl Parameters {
    /// The rounds with which files are written (`platform.md`, section 9).
    pub const ROUNDS: u32 = 600_000;
    /// The most rounds that are read: about two seconds of work, so that no file can stop the browser.
    pub const MOST_ROUNDS: u32 = 10_000_000;

    /// The header of a file with these parameters, its line break included: the additional data of the cipher.
    pub fn header(&self) -> String {
        format!(
            "{}\"version\":{VERSION},\"kdf\":\"{KEY_DERIVATION}\",\"rounds\":{},\"salt\":\"{}\",\"cipher\":\"{CIPHER}\",\"iv\":\"{}\",\"compression\":\"{COMPRESSION}\"}}\n",
            String::from_utf8_lossy(BEGINNING),
            self.rounds,
            hex(&self.salt),
            hex(&self.iv),
        )
    }
}

/// An encrypted backup whose checksum fits, taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EncryptedFile<'f> {
    /// What the header says.
    pub parameters: Parameters,
    /// The bytes of the header with its line break: the additional data of the cipher.
    pub header: &'f [u8],
    /// The encrypted part with its tag.
    pub content: &'f [u8],
}

/// Why an encrypted backup cannot be made or opened. Nothing is changed then.
///
/// The user reads the text under [`EncryptedError::key`]; the sentences here are for the log.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EncryptedError {
    /// The file is larger than anything this program writes.
    #[error("the file has {bytes} bytes; {limit} are the limit")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The largest size in bytes.
        limit: usize,
    },
    /// The checksum at the end does not fit: a bit was flipped or the end is missing.
    #[error("the checksum of the file does not fit")]
    Damaged,
    /// A newer Waymark wrote the file.
    #[error("the file is in format {found}; this Waymark reads up to format {newest}")]
    TooNew {
        /// The version of the file.
        found: u64,
        /// The newest version that can be read.
        newest: u32,
    },
    /// The header lacks a part, or a part is not what this version writes.
    #[error("\"{part}\" of the header is missing or is not what it should be")]
    Header {
        /// The part, such as `salt`.
        part: &'static str,
    },
    /// The cipher's tag does not fit although the file's checksum does: another passphrase, or a change on purpose.
    #[error("the passphrase does not open the file")]
    Passphrase,
    /// What was encrypted is no gzip, or larger than anything this program writes.
    #[error("the content cannot be unpacked within {limit} bytes")]
    Unpacking {
        /// The largest size in bytes.
        limit: usize,
    },
    /// The browser has no cryptography here, for example because the page came over plain HTTP.
    #[error("the browser offers no cryptography on this page")]
    NoCryptography,
}

impl EncryptedError {
    /// The key of the text that tells the user what is wrong and what to do.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "encrypted-error-too-large",
            Self::Damaged => "encrypted-error-damaged",
            Self::TooNew { .. } => "encrypted-error-too-new",
            Self::Header { .. } => "encrypted-error-header",
            Self::Passphrase => "encrypted-error-passphrase",
            Self::Unpacking { .. } => "encrypted-error-unpacking",
            Self::NoCryptography => "encrypted-error-no-cryptography",
        }
    }

    /// The arguments of that text. Sizes of files are in whole MiB.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::TooLarge { bytes, limit } => too_large(*bytes, *limit),
            Self::TooNew { found, newest } => too_new(*found, *newest),
            Self::Header { part } => vec![("part", (*part).into())],
            Self::Unpacking { limit } => vec![("limit", (limit / MIB).into())],
            Self::Damaged | Self::Passphrase | Self::NoCryptography => Vec::new(),
        }
    }
}

/// Whether the bytes are meant to be an encrypted backup, sound or not.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    let wrong = BEGINNING.iter().zip(bytes).filter(|(a, b)| a != b).count();
    bytes.len() >= BEGINNING.len() && wrong <= DAMAGED_BYTES
}

/// Takes an encrypted backup apart. No key is needed, and damage is told before a passphrase is asked for.
///
/// # Errors
///
/// [`EncryptedError`]: `TooLarge`, `Damaged`, `TooNew` or `Header`.
pub fn take_apart(bytes: &[u8]) -> Result<EncryptedFile<'_>, EncryptedError> {
    if bytes.len() > Limits::BYTES {
        return Err(EncryptedError::TooLarge {
            bytes: bytes.len(),
            limit: Limits::BYTES,
        });
    }
    let (sealed, checksum) = bytes
        .split_last_chunk::<CHECKSUM>()
        .ok_or(EncryptedError::Damaged)?;
    if CRC.checksum(sealed) != u32::from_be_bytes(*checksum) {
        return Err(EncryptedError::Damaged);
    }
    let end = sealed.iter().take(HEADER).position(|it| *it == b'\n');
    let (header, content) = end
        .and_then(|it| sealed.split_at_checked(it + 1))
        .ok_or(EncryptedError::Header { part: "format" })?;
    let parameters = parameters(header)?;
    if content.len() < TAG {
        return Err(EncryptedError::Header { part: "content" });
    }
    Ok(EncryptedFile {
        parameters,
        header,
        content,
    })
}

/// Puts a file together: the header, what the cipher made of the content under that header, and the checksum of both.
///
/// # Errors
///
/// [`EncryptedError::TooLarge`] where the file could not be read back.
pub fn put_together(header: &str, content: &[u8]) -> Result<Vec<u8>, EncryptedError> {
    let mut file = [header.as_bytes(), content].concat();
    let checksum = CRC.checksum(&file);
    file.extend(checksum.to_be_bytes());
    if file.len() > Limits::BYTES {
        return Err(EncryptedError::TooLarge {
            bytes: file.len(),
            limit: Limits::BYTES,
        });
    }
    Ok(file)
}

fn parameters(header: &[u8]) -> Result<Parameters, EncryptedError> {
    let wrong = |part: &'static str| EncryptedError::Header { part };
    let text = std::str::from_utf8(header).map_err(|_| wrong("format"))?;
    let Ok(Value::Object(fields)) = strict::parse(text) else {
        return Err(wrong("format"));
    };
    is(&fields, "format", "waymark-encrypted")?;
    match fields.get("version").and_then(Value::as_u64) {
        Some(found) if found > u64::from(VERSION) => {
            return Err(EncryptedError::TooNew {
                found,
                newest: VERSION,
            });
        }
        None | Some(0) => return Err(wrong("version")),
        Some(_) => {}
    }
    is(&fields, "kdf", KEY_DERIVATION)?;
    is(&fields, "cipher", CIPHER)?;
    is(&fields, "compression", COMPRESSION)?;
    let rounds = fields.get("rounds").and_then(Value::as_u64);
    let rounds = rounds
        .and_then(|it| u32::try_from(it).ok())
        .filter(|it| (Parameters::ROUNDS..=Parameters::MOST_ROUNDS).contains(it))
        .ok_or_else(|| wrong("rounds"))?;
    Ok(Parameters {
        rounds,
        salt: bytes_of(&fields, "salt")?,
        iv: bytes_of(&fields, "iv")?,
    })
}

fn is(
    fields: &Map<String, Value>,
    part: &'static str,
    expected: &str,
) -> Result<(), EncryptedError> {
    let found = fields.get(part).and_then(Value::as_str);
    (found == Some(expected))
        .then_some(())
        .ok_or(EncryptedError::Header { part })
}

fn bytes_of<const N: usize>(
    fields: &Map<String, Value>,
    part: &'static str,
) -> Result<[u8; N], EncryptedError> {
    let text = fields.get(part).and_then(Value::as_str);
    text.and_then(from_hex)
        .ok_or(EncryptedError::Header { part })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|it| format!("{it:02x}")).collect()
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|it| it.to_digit(16).and_then(|it| u8::try_from(it).ok()))
        .collect();
    let (pairs, rest) = digits.as_ref()?.as_chunks::<2>();
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
    rest.is_empty().then(|| bytes.try_into().ok()).flatten()
}
