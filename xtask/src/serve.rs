//! `serve`: the development server.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use crate::failure::Failure;
use crate::project;
use crate::run;
use crate::setup;

mod changes;
mod watch;

pub(crate) use changes::sources;

/// Installs what is missing, then builds, serves on loopback and follows every change until it is interrupted.
///
/// Trunk rebuilds the program. The content is compiled by itself and put into what is served, which takes a second instead of a build.
///
/// # Errors
/// When the set-up fails, the port is taken or trunk ends with an error.
pub(crate) fn serve(port: u16) -> Result<(), Failure> {
    // Before the set-up: whoever has to choose another port should not wait minutes to hear of it.
    port_is_free(port)?;
    let toolbox = setup::for_serving()?;
    // A folder of its own, so that `dist/` always holds the release that is meant for the host, and two servers do not meet.
    let folder = project::workshop().join(format!("serve-{port}"));
    fs::create_dir_all(&folder).map_err(|why| Failure::file(&folder, &why))?;
    watch::until_content_compiles()?;
    println!(
        "\nWaymark will be at http://127.0.0.1:{port}/ as soon as it is built; Ctrl-C ends it\n"
    );
    let mut trunk = run::program("trunk");
    trunk
        .args([
            "serve",
            "--address",
            "127.0.0.1",
            "--port",
            &port.to_string(),
            "--dist",
        ])
        .arg(&folder);
    toolbox.equip(&mut trunk);
    thread::spawn(move || watch::keep(&folder));
    run::run(&mut trunk)
}

fn port_is_free(port: u16) -> Result<(), Failure> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(why) if why.kind() == ErrorKind::AddrInUse => Err(Failure::PortTaken { port }),
        Err(why) => Err(Failure::NotStarted {
            program: format!("a server on port {port}"),
            why: why.to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_refused_before_anything_is_built() {
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = other.local_addr().unwrap().port();
        assert_eq!(port_is_free(port), Err(Failure::PortTaken { port }));
    }
}
