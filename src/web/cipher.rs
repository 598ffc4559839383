//! Encryption by the browser's own means: `WebCrypto` and its compression streams.
//!
//! They are called by name. A typed binding for each would be glue in the first load, and they are needed once in a while.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::browser;
use crate::exchange::{EncryptedError, EncryptedFile, Limits, Parameters, put_together};

/// Makes an encrypted backup of a text.
///
/// # Errors
///
/// [`EncryptedError::NoCryptography`] where the browser offers none, [`EncryptedError::TooLarge`] where the file could not be read back.
pub(crate) async fn encrypt(text: &str, passphrase: &str) -> Result<Vec<u8>, EncryptedError> {
    let none = |_| EncryptedError::NoCryptography;
    let parameters = Parameters {
        rounds: Parameters::ROUNDS,
        salt: random().map_err(none)?,
        iv: random().map_err(none)?,
    };
    let header = parameters.header();
    let packed = packed(text).await.map_err(none)?;
    let content = run(
        "encrypt",
        &parameters,
        header.as_bytes(),
        passphrase,
        &packed,
    )
    .await?
    .map_err(none)?;
    put_together(&header, &content)
}

/// Opens the encrypted part of a file.
///
/// # Errors
///
/// [`EncryptedError`]: `NoCryptography`, `Passphrase` or `Unpacking`.
pub(crate) async fn decrypt(
    file: &EncryptedFile<'_>,
    passphrase: &str,
) -> Result<Vec<u8>, EncryptedError> {
    let packed = run(
        "decrypt",
        &file.parameters,
        file.header,
        passphrase,
        file.content,
    )
    .await?
    .map_err(|_| EncryptedError::Passphrase)?;
    unpacked(&packed).await
}

/// Runs the cipher. The outer error: there is no cryptography here; the inner one: the cipher refused.
async fn run(
    action: &str,
    parameters: &Parameters,
    header: &[u8],
    passphrase: &str,
    content: &[u8],
) -> Result<Result<Vec<u8>, JsValue>, EncryptedError> {
    let subtle = subtle().map_err(|_| EncryptedError::NoCryptography)?;
    let key = key(&subtle, parameters, passphrase)
        .await
        .map_err(|_| EncryptedError::NoCryptography)?;
    let cipher = object(&[
        ("name", "AES-GCM".into()),
        ("iv", bytes(&parameters.iv)),
        ("additionalData", bytes(header)),
        ("tagLength", 128.into()),
    ]);
    let result = awaited(call(&subtle, action, &[cipher, key, bytes(content)])).await;
    Ok(result.map(|it| Uint8Array::new(&it).to_vec()))
}

/// Derives the key of the cipher. The same letters can be written in two ways in Unicode, depending on the keyboard: NFC makes them one.
async fn key(
    subtle: &JsValue,
    parameters: &Parameters,
    passphrase: &str,
) -> Result<JsValue, JsValue> {
    let normal = String::from(JsString::from(passphrase).normalize("NFC"));
    let typed = [
        "raw".into(),
        bytes(normal.as_bytes()),
        "PBKDF2".into(),
        false.into(),
        words(&["deriveKey"]),
    ];
    let typed = awaited(call(subtle, "importKey", &typed)).await?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes(&parameters.salt)),
        ("iterations", parameters.rounds.into()),
    ]);
    let cipher = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = words(&["encrypt", "decrypt"]);
    let derive = [derivation, typed, cipher, false.into(), usages];
    awaited(call(subtle, "deriveKey", &derive)).await
}

async fn packed(text: &str) -> Result<Vec<u8>, JsValue> {
    let reader = piped(&text.into(), "CompressionStream")?;
    let mut packed = Vec::new();
    while let Some(part) = next(&reader).await? {
        packed.extend(part);
    }
    Ok(packed)
}

/// Inflates, and stops as soon as more comes out than any file of this program holds.
async fn unpacked(packed: &[u8]) -> Result<Vec<u8>, EncryptedError> {
    let wrong = EncryptedError::Unpacking {
        limit: Limits::BYTES,
    };
    let Ok(reader) = piped(&bytes(packed), "DecompressionStream") else {
        return Err(EncryptedError::NoCryptography);
    };
    let mut out = Vec::new();
    while let Some(part) = next(&reader).await.map_err(|_| wrong.clone())? {
        out.extend(part);
        if out.len() > Limits::BYTES {
            // What is left is not wanted, whatever becomes of it.
            let _ = awaited(call(&reader, "cancel", &[])).await;
            return Err(wrong);
        }
    }
    Ok(out)
}

/// A reader of what one of the compression streams makes of a text or of bytes.
fn piped(content: &JsValue, stream: &str) -> Result<JsValue, JsValue> {
    let constructor = Reflect::get(&browser::window(), &stream.into())?;
    let constructor: Function = constructor.dyn_into()?;
    let stream = Reflect::construct(&constructor, &Array::of1(&"gzip".into()))?;
    let blob = browser::blob(content, "").ok_or(JsValue::NULL)?;
    let readable = call(&blob, "stream", &[])?;
    let readable = call(&readable, "pipeThrough", &[stream])?;
    call(&readable, "getReader", &[])
}

async fn next(reader: &JsValue) -> Result<Option<Vec<u8>>, JsValue> {
    let read = awaited(call(reader, "read", &[])).await?;
    if Reflect::get(&read, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    let part = Reflect::get(&read, &"value".into())?;
    Ok(Some(Uint8Array::new(&part).to_vec()))
}

fn crypto() -> Result<JsValue, JsValue> {
    Reflect::get(&browser::window(), &"crypto".into())
}

/// Missing outside secure contexts.
fn subtle() -> Result<JsValue, JsValue> {
    let subtle = Reflect::get(&crypto()?, &"subtle".into())?;
    if subtle.is_object() {
        Ok(subtle)
    } else {
        Err(subtle)
    }
}

fn random<const N: usize>() -> Result<[u8; N], JsValue> {
    let filled = call(&crypto()?, "getRandomValues", &[bytes(&[0; N])])?;
    let filled = Uint8Array::new(&filled).to_vec();
    filled.try_into().map_err(|_| JsValue::NULL)
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn words(words: &[&str]) -> JsValue {
    words
        .iter()
        .map(|it| JsValue::from_str(it))
        .collect::<Array>()
        .into()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    method.apply(of, &arguments.iter().collect::<Array>())
}

async fn awaited(promise: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?.dyn_into::<Promise>()?).await
}
