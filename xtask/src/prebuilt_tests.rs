//! A release is installed only if it matches its published checksum; tested against a local server.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use sha2::{Digest, Sha256};

use crate::prebuilt::{Release, hex};

/// Serves these files, and 404 for every other path; returns the address.
fn serve(files: Vec<(&'static str, Vec<u8>)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("it has an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let first = lines.next().unwrap_or_default();
            lines.find(String::is_empty);
            let path = first.split(' ').nth(1).unwrap_or_default();
            let found = files.iter().find(|(name, _)| *name == path);
            let (status, body) = found.map_or(("404 Not Found", &[][..]), |(_, body)| ("200 OK", body));
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        }
    });
    address
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("courtesy-prebuilt-{name}-{}", std::process::id()));
    crate::files::empty(&folder).expect("a folder");
    folder
}

/// An archive with a program in a folder, as the projects pack theirs.
fn archive(work: &Path) -> Vec<u8> {
    fs::create_dir_all(work.join("tool-1.0")).expect("a folder");
    fs::write(work.join("tool-1.0/tool"), "#!/bin/sh\necho tool 1.0\n").expect("a file");
    let packed = work.join("tool.tar.gz");
    let status = Command::new("tar").arg("-czf").arg(&packed).arg("-C").arg(work).arg("tool-1.0").status();
    assert!(status.expect("tar runs").success());
    fs::read(packed).expect("the archive")
}

fn release(address: &str) -> Release {
    Release {
        archive: format!("{address}/tool.tar.gz"),
        checksum: format!("{address}/tool.tar.gz.sha256"),
        programs: &["tool"],
    }
}

/// Installs a release with this checksum file: the result, and whether the program was installed.
fn installed(name: &str, checksum: impl Fn(&[u8]) -> Option<String>) -> (Result<(), String>, bool) {
    let work = folder(name);
    let archive = archive(&work);
    let mut files = vec![("/tool.tar.gz", archive.clone())];
    files.extend(checksum(&archive).map(|text| ("/tool.tar.gz.sha256", text.into_bytes())));
    let into = work.join("bin");
    let result = release(&serve(files)).install(&into);
    let is_there = into.join("tool").is_file();
    fs::remove_dir_all(work).expect("it was made");
    (result, is_there)
}

#[test]
fn a_release_with_its_published_checksum_is_installed() {
    let (result, is_there) =
        installed("right", |archive| Some(format!("{}  tool.tar.gz\n", hex(&Sha256::digest(archive)))));
    assert_eq!((result, is_there), (Ok(()), true));
}

#[test]
fn a_release_with_another_checksum_is_refused() {
    let (result, is_there) = installed("wrong", |_| Some(format!("{}\n", "0".repeat(64))));
    assert!(result.expect_err("refused").ends_with("does not have the checksum that was published with it"));
    assert!(!is_there);
}

#[test]
fn a_release_without_a_checksum_is_refused() {
    let (result, is_there) = installed("none", |_| None);
    assert!(result.expect_err("refused").contains("404"));
    assert!(!is_there);
    let (result, _) = installed("empty", |_| Some(String::new()));
    assert!(result.expect_err("refused").ends_with("does not have the checksum that was published with it"));
}

#[test]
fn a_server_that_is_not_there_is_one_sentence() {
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port is free");
    let sentence = release(&format!("http://{nobody}")).install(&folder("nobody")).expect_err("nothing is there");
    assert_eq!(sentence.lines().count(), 1);
}
