//! `courtesy build --watch`: builds again when the site file or a text that it names changes. A failed build does not end it.
//!
//! It polls the few files twice a second: the same code works on every system and in Node, and a file that was only touched
//! does not count as changed.

use std::path::PathBuf;
use std::time::Duration;

use super::build::Build;
use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::Output;
use super::site_files::Snapshot;

const PAUSE: Duration = Duration::from_millis(500);

/// Builds until the program is stopped.
pub(super) fn watch(host: &dyn Host, output: &Output, mut build: Build) -> ! {
    loop {
        let snapshot = build_once(host, output, &build);
        // The table of sizes is worth the time only once.
        build.quiet = true;
        let names: Vec<_> = snapshot.keys().map(|path| path.display().to_string()).collect();
        output.print(Stream::Err, |_| format!("watching {}\n", names.join(", ")));
        while read_again(host, snapshot.keys()) == snapshot {
            host.sleep(PAUSE);
        }
    }
}

/// One build, and what its files held when it read them, so that a change during the build is noticed.
fn build_once(host: &dyn Host, output: &Output, build: &Build) -> Snapshot {
    let mut snapshot = Snapshot::new();
    let done = build.run_once(host, output, &mut snapshot);
    host.progress(None);
    match done {
        Ok(Outcome::Failure) => {}
        Ok(Outcome::Success) => output.print(Stream::Err, |_| format!("built {}\n", build.site.display())),
        Err(sentence) => output.error(&sentence),
    }
    snapshot
}

fn read_again<'a>(host: &dyn Host, paths: impl IntoIterator<Item = &'a PathBuf>) -> Snapshot {
    paths.into_iter().map(|path| (path.clone(), host.files().read(path).ok())).collect()
}
