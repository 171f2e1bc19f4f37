//! The command as wasm for Node, which `npx courtesy` runs: the command of `command.rs`, on Node's files, terminal and clock.
//!
//! The parts stand in the folder `parts` beside the wasm. What fails in Node becomes a [`Fault`] in the words of the native command.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::compile::Parts;
use crate::compile::disk::{Disk, Fault};
use js_sys::{Array, Atomics, Date, Int32Array, Object, Reflect, SharedArrayBuffer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::host::{Machine, Stream};

#[wasm_bindgen(module = "node:fs")]
extern "C" {
    #[wasm_bindgen(catch, js_name = readFileSync)]
    fn read_file(path: &str) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(catch, js_name = writeFileSync)]
    fn write_file(path: &str, bytes: &[u8]) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = mkdirSync)]
    fn make_folder(path: &str, options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = renameSync)]
    fn rename_file(from: &str, to: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = unlinkSync)]
    fn remove_file(path: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = rmSync)]
    fn remove_folder(path: &str, options: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = readdirSync)]
    fn names_in(path: &str) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_name = realpathSync)]
    fn real_path(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_name = writeSync)]
    fn write_to(stream: u32, bytes: &[u8]) -> Result<u32, JsValue>;
    #[wasm_bindgen(catch, js_name = readSync)]
    fn read_from(stream: u32, into: &mut [u8]) -> Result<u32, JsValue>;
}

#[wasm_bindgen(module = "node:tty")]
extern "C" {
    fn isatty(stream: u32) -> bool;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = process, js_name = env)]
    static ENV: JsValue;
    #[wasm_bindgen(thread_local_v2, js_namespace = process, js_name = pid)]
    static PID: u32;
    #[wasm_bindgen(thread_local_v2, js_namespace = process, js_name = platform)]
    static PLATFORM: String;
    #[wasm_bindgen(thread_local_v2, js_name = __dirname)]
    static FOLDER: String;
    #[wasm_bindgen(js_namespace = process)]
    fn exit(code: u32);
}

/// Node, on whatever computer it runs.
struct Node;

/// The exit code of a program that found a fault in itself.
const OWN_FAULT: u32 = 70;

/// Does what the arguments say (`build site.json …`), and gives the exit code; nothing is thrown for a fault of the owner's.
pub fn run(arguments: Vec<String>) -> i32 {
    std::panic::set_hook(Box::new(|panic| {
        // After a panic wasm can only trap, in words that nobody can use; so the sentence is said here, and the program ends.
        Node.write_text(Stream::Err, &format!("error: courtesy has a fault of its own, please report it: {panic}\n"));
        exit(OWN_FAULT);
    }));
    super::command::run(&Node, arguments).into()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn options(names: &[&str]) -> JsValue {
    let options = Object::new();
    for name in names {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &JsValue::from(*name), &JsValue::TRUE);
    }
    options.into()
}

fn code(error: &JsValue) -> String {
    Reflect::get(error, &"code".into()).ok().and_then(|code| code.as_string()).unwrap_or_default()
}

/// What Node says, by its code.
fn fault(error: JsValue) -> Fault {
    match code(&error).as_str() {
        "ENOENT" => Fault::Missing,
        "EISDIR" => Fault::Folder,
        "ENOTDIR" | "EEXIST" => Fault::NoFolder,
        "EACCES" | "EPERM" => Fault::Forbidden,
        "ENOSPC" => Fault::Full,
        _ => {
            let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
            Fault::Other(message.unwrap_or_else(|| "Node cannot say why".into()))
        }
    }
}

/// Whether a stream only asks for patience.
fn is_busy(error: &JsValue) -> bool {
    code(error) == "EAGAIN"
}

impl Disk for Node {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Fault> {
        read_file(&text(path)).map_err(fault)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        write_file(&text(path), bytes).map_err(fault)
    }

    fn make_folder(&self, path: &Path) -> Result<(), Fault> {
        // The folder of "site.json" is no name for Node.
        if path.as_os_str().is_empty() {
            return Ok(());
        }
        make_folder(&text(path), &options(&["recursive"])).map(drop).map_err(fault)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        rename_file(&text(from), &text(to)).map_err(fault)
    }

    fn remove(&self, path: &Path) -> Result<(), Fault> {
        remove_file(&text(path)).map_err(fault)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), Fault> {
        remove_folder(&text(path), &options(&["recursive", "force"])).map_err(fault)
    }

    fn names(&self, folder: &Path) -> Result<Vec<String>, Fault> {
        let names = names_in(&text(folder)).map_err(fault)?;
        let mut names: Vec<_> = names.iter().filter_map(|name| name.as_string()).collect();
        names.sort();
        Ok(names)
    }

    fn real(&self, path: &Path) -> Result<PathBuf, Fault> {
        // The folder of "site.json" is no name for Node.
        let path = if path.as_os_str().is_empty() { ".".to_owned() } else { text(path) };
        real_path(&path).map(|real| self.path(Path::new(&real))).map_err(fault)
    }

    fn is_folder(&self, path: &Path) -> bool {
        names_in(&text(path)).is_ok()
    }

    fn number(&self) -> u32 {
        PID.with(|pid| *pid)
    }
}

impl Machine for Node {
    fn called(&self) -> &'static str {
        "npx courtesy"
    }

    fn path(&self, typed: &Path) -> PathBuf {
        // In wasm a path has no other separator; Node takes this one on every system.
        if PLATFORM.with(|platform| platform == "win32") { text(typed).replace('\\', "/").into() } else { typed.into() }
    }

    fn parts(&self) -> Option<Parts> {
        Some(Parts::on(self, &Path::new(&FOLDER.with(Clone::clone)).join("parts")))
    }

    fn write_text(&self, stream: Stream, text: &str) {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            match write_to(number(stream), rest) {
                Ok(written) => rest = rest.get(written as usize..).unwrap_or_default(),
                Err(error) if is_busy(&error) => self.sleep(Duration::from_millis(5)),
                Err(_) => return,
            }
        }
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        isatty(number(stream))
    }

    fn is_asked(&self) -> bool {
        isatty(0) && isatty(2)
    }

    fn read_line(&self) -> Option<String> {
        let (mut line, mut byte) = (Vec::new(), [0]);
        loop {
            match read_from(0, &mut byte) {
                Ok(1) if byte[0] == b'\n' => break,
                Ok(1) => line.push(byte[0]),
                Err(error) if is_busy(&error) => self.sleep(Duration::from_millis(20)),
                _ if line.is_empty() => return None,
                _ => break,
            }
        }
        Some(String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned())
    }

    fn variable(&self, name: &str) -> Option<String> {
        ENV.with(|variables| Reflect::get(variables, &name.into())).ok()?.as_string()
    }

    fn now(&self) -> Option<u64> {
        // Milliseconds since 1970 are a whole number, and far from the largest.
        Some((Date::now() / 1000.0) as u64)
    }

    fn sleep(&self, time: Duration) {
        let nothing = Int32Array::new(&SharedArrayBuffer::new(4));
        // Nobody changes this memory, so it waits for as long as it is told to.
        let _ = Atomics::wait_with_timeout(&nothing, 0, 0, time.as_secs_f64() * 1000.0);
    }

    fn doing(&self, what: Option<&str>) {
        if let Some(what) = what.filter(|_| self.is_terminal(Stream::Err)) {
            self.write_text(Stream::Err, &format!("  {what}\n"));
        }
    }
}

fn number(stream: Stream) -> u32 {
    match stream {
        Stream::Out => 1,
        Stream::Err => 2,
    }
}
