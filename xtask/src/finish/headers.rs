//! The content security policy, in the page and for hosts that read a `_headers` file.

use std::fmt::Write;
use std::path::Path;

use super::{Profile, names, single};
use crate::failure::Failure;
use crate::project;

/// What the page may load: its own files and nothing else. No inline script or style, so none can be slipped in.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; form-action 'none'; base-uri 'none'; \
    frame-src 'none'; object-src 'none'";

/// As [`POLICY`], with what trunk's reload script needs: itself inline, its overlay's styles, and its socket.
const DEVELOPMENT_POLICY: &str = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws:; worker-src 'self' blob:; \
    manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-src 'none'; object-src 'none'";

/// The policy that stands in the page itself, for hosts without headers.
pub(super) const fn page_policy(profile: Profile) -> &'static str {
    match profile {
        Profile::Development => DEVELOPMENT_POLICY,
        Profile::Release => POLICY,
    }
}

/// Writes `_headers`, which Netlify and Cloudflare Pages read, for the files of the site as they are now.
///
/// # Errors
/// When the folder cannot be listed or the file not written.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    let files = project::files_below(folder)?;
    let names = files.iter().map(|it| project::site_name(folder, it));
    let permanent: Vec<String> = names.filter(|it| names::is_named_by_bytes(it)).collect();
    project::write(&folder.join("_headers"), headers(&permanent))
}

fn headers(permanent: &[String]) -> String {
    // A policy in the page cannot forbid framing; only the header can.
    let mut text = format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  \
         Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n  Cross-Origin-Opener-Policy: same-origin\n  \
         Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()\n"
    );
    // `no-transform`: a host that rewrites files would break the hashes that the service worker holds them to.
    for name in ["", "index.html", "sw.js"] {
        let _ = write!(text, "/{name}\n  Cache-Control: no-cache, no-transform\n");
    }
    // The single file is for a disk: on a host it is something to download, and the policy above would not let it start.
    let _ = write!(
        text,
        "/{0}\n  Cache-Control: no-cache, no-transform\n  Content-Disposition: attachment; filename=\"{0}\"\n",
        single::NAME
    );
    for name in permanent {
        let _ = write!(
            text,
            "/{name}\n  Cache-Control: public, max-age=31536000, immutable, no-transform\n"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{POLICY, headers};

    #[test]
    fn no_inline_code_is_ever_allowed_in_a_release() {
        assert!(!POLICY.contains("unsafe-inline"));
        assert!(!POLICY.contains("'unsafe-eval'"));
    }

    #[test]
    fn only_files_named_by_their_bytes_are_kept_forever() {
        let text = headers(&["boot.0a1b2c3d.js".to_owned()]);
        assert_eq!(text.matches("immutable").count(), 1);
        assert!(
            text.contains(
                "/boot.0a1b2c3d.js\n  Cache-Control: public, max-age=31536000, immutable"
            )
        );
        assert!(text.contains("/sw.js\n  Cache-Control: no-cache"));
        assert!(
            !text.contains("Clear-Site-Data"),
            "that header would delete people's work"
        );
    }
}
