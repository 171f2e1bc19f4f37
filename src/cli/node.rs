//! The command on Node, compiled to wasm: Node's files, terminal and clock.
//!
//! Its parts are in the folder `parts` next to the wasm. Errors of Node become [`FileError`]s, so that both hosts print the same.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::compile::Parts;
use crate::compile::file_system::{FileError, FileSystem};
use js_sys::{Array, Atomics, Date, Int32Array, Object, Reflect, SharedArrayBuffer};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::command;
use super::host::{Host, Stream};

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

/// Node, on any computer.
struct NodeHost;

/// The exit code after a panic: `EX_SOFTWARE` of sysexits.h.
const CRASHED: u32 = 70;

/// Runs the command with these arguments (`build site.json …`) and returns the exit code.
pub fn run(arguments: Vec<String>) -> i32 {
    std::panic::set_hook(Box::new(|panic| {
        // After a panic wasm can only trap, with a message that helps no one: print the panic and exit instead.
        let report = concat!("please report it at ", env!("CARGO_PKG_REPOSITORY"), "/issues");
        NodeHost.write_text(Stream::Err, &format!("error: courtesy crashed, which is a bug; {report}: {panic}\n"));
        exit(CRASHED);
    }));
    command::run(&NodeHost, arguments).into()
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

/// An error of Node by its code.
fn file_error(error: JsValue) -> FileError {
    match code(&error).as_str() {
        "ENOENT" => FileError::NotFound,
        "EISDIR" => FileError::IsFolder,
        "ENOTDIR" | "EEXIST" => FileError::NotFolder,
        "EACCES" | "EPERM" => FileError::PermissionDenied,
        "ENOSPC" => FileError::DiskFull,
        _ => {
            let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
            FileError::Other(message.unwrap_or_else(|| "unknown error of Node".into()))
        }
    }
}

/// Whether a stream is only not ready yet.
fn is_busy(error: &JsValue) -> bool {
    code(error) == "EAGAIN"
}

impl FileSystem for NodeHost {
    fn read(&self, path: &Path) -> Result<Vec<u8>, FileError> {
        read_file(&text(path)).map_err(file_error)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        write_file(&text(path), bytes).map_err(file_error)
    }

    fn make_folder(&self, path: &Path) -> Result<(), FileError> {
        // The folder of "site.json" is "", which Node does not take.
        if path.as_os_str().is_empty() {
            return Ok(());
        }
        make_folder(&text(path), &options(&["recursive"])).map(drop).map_err(file_error)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        rename_file(&text(from), &text(to)).map_err(file_error)
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        remove_file(&text(path)).map_err(file_error)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), FileError> {
        remove_folder(&text(path), &options(&["recursive", "force"])).map_err(file_error)
    }

    fn list(&self, folder: &Path) -> Result<Vec<String>, FileError> {
        let names = names_in(&text(folder)).map_err(file_error)?;
        let mut names: Vec<_> = names.iter().filter_map(|name| name.as_string()).collect();
        names.sort();
        Ok(names)
    }

    fn canonicalize(&self, path: &Path) -> Result<PathBuf, FileError> {
        // The folder of "site.json" is "", which Node does not take.
        let path = if path.as_os_str().is_empty() { ".".to_owned() } else { text(path) };
        real_path(&path).map(|real| self.path(Path::new(&real))).map_err(file_error)
    }

    fn is_folder(&self, path: &Path) -> bool {
        names_in(&text(path)).is_ok()
    }

    fn process_id(&self) -> u32 {
        PID.with(|pid| *pid)
    }
}

impl Host for NodeHost {
    fn files(&self) -> &dyn FileSystem {
        self
    }

    fn program_name(&self) -> &'static str {
        "npx courtesy"
    }

    fn path(&self, typed: &Path) -> PathBuf {
        // In wasm `Path` knows only this separator; Node takes it on every system.
        if PLATFORM.with(|platform| platform == "win32") { text(typed).replace('\\', "/").into() } else { typed.into() }
    }

    fn bundled_parts(&self) -> Parts {
        Parts::on(self, &Path::new(&FOLDER.with(Clone::clone)).join("parts"))
    }

    fn write_text(&self, stream: Stream, text: &str) {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            match write_to(descriptor(stream), rest) {
                Ok(written) => rest = rest.get(written as usize..).unwrap_or_default(),
                Err(error) if is_busy(&error) => self.sleep(Duration::from_millis(5)),
                Err(_) => return,
            }
        }
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        isatty(descriptor(stream))
    }

    fn is_interactive(&self) -> bool {
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

    fn env_var(&self, name: &str) -> Option<String> {
        ENV.with(|variables| Reflect::get(variables, &name.into())).ok()?.as_string()
    }

    fn now(&self) -> Option<u64> {
        // Milliseconds since 1970 are a whole number, far below the largest u64.
        Some((Date::now() / 1000.0) as u64)
    }

    fn sleep(&self, time: Duration) {
        let memory = Int32Array::new(&SharedArrayBuffer::new(4));
        // Nothing writes to this memory, so the wait always times out.
        let _ = Atomics::wait_with_timeout(&memory, 0, 0, time.as_secs_f64() * 1000.0);
    }

    fn progress(&self, step: Option<&str>) {
        if let Some(step) = step.filter(|_| self.is_terminal(Stream::Err)) {
            self.write_text(Stream::Err, &format!("  {step}\n"));
        }
    }
}

fn descriptor(stream: Stream) -> u32 {
    match stream {
        Stream::Out => 1,
        Stream::Err => 2,
    }
}
