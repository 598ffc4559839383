//! A small disk of its own for a profile, which can be filled to the last byte and emptied again.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use fastrand::Rng;
use tempfile::TempDir;
use waymark_browser_tests::built;
use waymark_browser_tests::failure::Failure;

/// What may be left free when the disk is called full, in bytes: some writes still find room, the next ones do not.
const REMAINDERS: [u64; 4] = [0, 4_096, 65_536, 524_288];

/// A disk in memory. Dropping it takes it away.
pub(crate) struct Disk {
    folder: TempDir,
}

impl Disk {
    /// Makes an empty one of so many megabytes.
    ///
    /// # Errors
    /// When the system lets no disk be mounted.
    pub(crate) fn mount(megabytes: u32) -> Result<Self, Failure> {
        let disks = built::workshop()?.join("disks");
        fs::create_dir_all(&disks)?;
        let folder = TempDir::new_in(disks)?;
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
            .arg(folder.path())
            .status()?;
        if mounted.success() {
            Ok(Self { folder })
        } else {
            Err(Failure::unexpected(
                "this system lets no small disk be made (`mount -t tmpfs` as root)",
            ))
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    fn filler(&self) -> PathBuf {
        self.folder.path().join("filler")
    }

    /// Writes until nothing more fits, but for a little that is left by chance.
    ///
    /// # Errors
    /// When something else than a full disk stops it.
    pub(crate) fn fill(&self, random: &mut Rng) -> Result<(), Failure> {
        let mut file = File::create(self.filler())?;
        for block in [1 << 20, 4_096, 1] {
            let zeros = vec![0; block];
            loop {
                match file.write(&zeros) {
                    Ok(_) => {}
                    Err(it) if it.kind() == ErrorKind::StorageFull => break,
                    Err(it) => return Err(it.into()),
                }
            }
        }
        let remainder = random.choice(REMAINDERS).unwrap_or(0);
        let length = file.metadata()?.len();
        let file = OpenOptions::new().write(true).open(self.filler())?;
        Ok(file.set_len(length.saturating_sub(remainder))?)
    }

    /// Takes away what filled it.
    ///
    /// # Errors
    /// When it cannot be taken away.
    pub(crate) fn free(&self) -> Result<(), Failure> {
        match fs::remove_file(self.filler()) {
            Err(it) if it.kind() != ErrorKind::NotFound => Err(it.into()),
            _ => Ok(()),
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a process on its way out may still hold it. What is left is memory, until the machine stops.
        let _ = Command::new("umount")
            .arg("-l")
            .arg(self.folder.path())
            .status();
    }
}
