//! `courtesy words`: writes the file to translate for a language that is not built in, or adds what a newer version needs.

use std::path::PathBuf;

use crate::compile::file_system::FileError;
use crate::compile::output::with_path;
use crate::site::Language;
use crate::words::{self, UNTRANSLATED, draft};
use clap::Args;
use serde_json::Value;

use super::host::{Host, Stream};
use super::init::parse;
use super::outcome::Outcome;
use super::output::Output;
use super::site_files::{Snapshot, read_text};

/// Writes the texts to translate for a language that is not built in, in English, each with a mark to remove.
///
/// docs/languages.md explains the file. `courtesy check` names every text that is missing or still marked.
#[derive(Args)]
pub(super) struct Words {
    /// The language: a BCP 47 tag, such as fr or pt-BR.
    #[arg(value_name = "CODE", value_parser = parse::<Language>)]
    language: Language,
    /// The file to write [default: standard output]. An existing file keeps its texts and gets the missing ones.
    file: Option<PathBuf>,
}

impl Words {
    pub(super) fn run(self, host: &dyn Host, output: &Output) -> Result<Outcome, String> {
        let tag = self.language.as_str();
        if words::BuiltInLanguage::find(tag).is_some() {
            return Err(format!("the language \"{tag}\" is built in and needs no file; add it to \"languages\""));
        }
        let Some(file) = self.file.map(|file| host.path(&file)) else {
            output.print(Stream::Out, |_| format!("{:#}\n", draft(tag, None)));
            return Ok(Outcome::Success);
        };
        let name = file.display();
        let before: Option<Value> =
            match host.files().read(&file) {
                Err(FileError::NotFound) => None,
                _ => {
                    let text =
                        read_text(host.files(), &file, &mut Snapshot::new()).map_err(|why| format!("{name}: {why}"))?;
                    let value = serde_json::from_str(text.trim_start_matches('\u{feff}'));
                    Some(value.map_err(|error| {
                        format!("{name} is not JSON ({error}), so nothing was written; fix it first")
                    })?)
                }
            };
        let text = format!("{:#}\n", draft(tag, before.as_ref()));
        host.files().write(&file, text.as_bytes()).map_err(|error| with_path(&file, &error))?;
        let left = text.matches(&format!("\"{UNTRANSLATED}")).count();
        output.print(Stream::Out, |_| {
            format!(
                "wrote {name}: {left} texts to translate, each marked {UNTRANSLATED}. Refer to it in your site file:\n  \"languages\": [\"{tag}\"], \"words\": {{ \"{tag}\": \"{}\" }}\n",
                file.file_name().unwrap_or_default().to_string_lossy()
            )
        });
        Ok(Outcome::Success)
    }
}
