//! `courtesy words`: the file to translate for a language that is not built in, or what a newer version adds to it.

use std::path::PathBuf;

use crate::compile::disk::Fault;
use crate::compile::output::about;
use crate::site::Language;
use crate::words::{self, UNTRANSLATED, draft};
use clap::Args;
use serde_json::Value;

use super::command::{Outcome, Seen, in_utf8};
use super::host::{Machine, Speech, Stream};
use super::init::checked;

/// Writes the words to translate for a language that is not built in: each in English, with a mark to remove.
///
/// docs/languages.md explains the file. `courtesy check` names every text that is missing or still marked.
#[derive(Args)]
pub(super) struct Words {
    /// The language: a BCP 47 tag, such as fr or pt-BR.
    #[arg(value_name = "CODE", value_parser = checked::<Language>)]
    language: Language,
    /// The file to write. One that exists keeps its texts and gets those that are missing. Without it: the standard output.
    file: Option<PathBuf>,
}

impl Words {
    pub(super) fn run(self, machine: &dyn Machine, speech: &Speech) -> Result<Outcome, String> {
        let tag = self.language.as_str();
        if words::BuiltInLanguage::find(tag).is_some() {
            return Err(format!(
                "courtesy has words in \"{tag}\" already: add it to \"languages\", and no file is needed"
            ));
        }
        let Some(file) = self.file.map(|file| machine.path(&file)) else {
            speech.say(Stream::Out, |_| format!("{:#}\n", draft(tag, None)));
            return Ok(Outcome::Well);
        };
        let name = file.display();
        let before: Option<Value> = match machine.read(&file) {
            Err(Fault::Missing) => None,
            _ => {
                let text = in_utf8(machine, &file, &mut Seen::new()).map_err(|why| format!("{name}: {why}"))?;
                let value = serde_json::from_str(text.trim_start_matches('\u{feff}'));
                Some(
                    value
                        .map_err(|error| format!("{name} is not JSON ({error}); fix it first, nothing was written"))?,
                )
            }
        };
        let text = format!("{:#}\n", draft(tag, before.as_ref()));
        machine.write(&file, text.as_bytes()).map_err(|fault| about(&file, &fault))?;
        let left = text.matches(&format!("\"{UNTRANSLATED}")).count();
        speech.say(Stream::Out, |_| {
            format!(
                "{name} written: {left} texts to translate, each marked {UNTRANSLATED}. Name it in your site file:\n  \"languages\": [\"{tag}\"], \"words\": {{ \"{tag}\": \"{}\" }}\n",
                file.file_name().unwrap_or_default().to_string_lossy()
            )
        });
        Ok(Outcome::Well)
    }
}
