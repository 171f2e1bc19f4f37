//! `courtesy build --watch`: builds again when the site file, or a text that it names, changes; a fault is said, and it goes on.
//!
//! It reads the few files twice a second instead of asking the system to be told: that is one way for every system and for
//! Node, and a file that was only touched is not taken for a changed one.

use std::path::PathBuf;
use std::time::Duration;

use super::build::Build;
use super::command::{Seen, failure};
use super::host::{Machine, Speech, Stream};

const PAUSE: Duration = Duration::from_millis(500);

/// Builds until somebody stops the program.
pub(super) fn watch(machine: &dyn Machine, speech: &Speech, mut build: Build) -> ! {
    loop {
        let seen = once(machine, speech, &build);
        // One table is enough to know what a visitor fetches.
        build.quiet = true;
        let names: Vec<_> = seen.keys().map(|path| path.display().to_string()).collect();
        speech.say(Stream::Err, |_| format!("watching {}\n", names.join(", ")));
        while look(machine, seen.keys()) == seen {
            machine.sleep(PAUSE);
        }
    }
}

/// One build, and what its files held when it read them: whatever changes meanwhile is seen afterwards.
fn once(machine: &dyn Machine, speech: &Speech, build: &Build) -> Seen {
    let mut seen = Seen::new();
    let done = build.once(machine, speech, &mut seen);
    machine.doing(None);
    match done {
        Ok(_) => speech.say(Stream::Err, |_| format!("{} is built\n", build.site.display())),
        Err(sentence) => failure(speech, &sentence),
    }
    seen
}

fn look<'a>(machine: &dyn Machine, paths: impl IntoIterator<Item = &'a PathBuf>) -> Seen {
    paths.into_iter().map(|path| (path.clone(), machine.read(path).ok())).collect()
}
