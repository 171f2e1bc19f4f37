//! Storage that is blocked, null or full: an answer each time, never a panic.

use courtesy::browser::storage::{self, Unavailable};
use courtesy::browser::{clock, signals};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// Puts a getter in the place of a property of an object while something runs.
fn with_getter<T>(of: &JsValue, property: &str, body: &str, run: impl FnOnce() -> T) -> T {
    let of: &Object = of.unchecked_ref();
    let before = Object::get_own_property_descriptor(of, &property.into());
    let getter = Function::new_no_args(body);
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"get".into(), &getter).expect("an object");
    Reflect::set(&descriptor, &"configurable".into(), &true.into()).expect("an object");
    Object::define_property(of, &property.into(), &descriptor);
    let result = run();
    match before.dyn_ref::<Object>() {
        Some(before) => drop(Object::define_property(of, &property.into(), before)),
        None => assert!(Reflect::delete_property(of, &property.into()).expect("it is configurable")),
    }
    result
}

fn unavailable_with(body: &str) {
    let window: JsValue = web_sys::window().expect("a window").into();
    with_getter(&window, "localStorage", body, || {
        assert!(storage::read("courtesy:a").is_none(), "{body}");
        assert_eq!(storage::write("courtesy:a", &Object::new()), Err(Unavailable), "{body}");
        assert_eq!(storage::erase("courtesy:a"), Err(Unavailable), "{body}");
    });
}

#[wasm_bindgen_test]
fn blocked_storage_is_unavailable_and_nothing_panics() {
    unavailable_with("throw new DOMException('blocked', 'SecurityError')");
}

#[wasm_bindgen_test]
fn storage_that_is_null_is_unavailable() {
    unavailable_with("return null");
}

#[wasm_bindgen_test]
fn full_storage_refuses_the_write_and_nothing_panics() {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?).expect("storage");
    let mut block = "x".repeat(1 << 20);
    let mut place = 0;
    while !block.is_empty() {
        match storage.set_item(&format!("filler{place}"), &block) {
            Ok(()) => place += 1,
            Err(_) => block.truncate(block.len() / 2),
        }
    }
    let record = Object::new();
    Reflect::set(&record, &"long".into(), &"y".repeat(1 << 12).into()).expect("an object");
    assert_eq!(storage::write("courtesy:a", &record), Err(Unavailable));
    storage.clear().expect("storage");
}

#[wasm_bindgen_test]
fn what_is_stored_by_others_is_unreadable() {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?).expect("storage");
    storage.set_item("courtesy:a", "{\"schema\":").expect("storage");
    assert!(matches!(storage::read("courtesy:a"), Some(Err(_))));
    storage.clear().expect("storage");
}

#[wasm_bindgen_test]
fn the_signal_has_three_values() {
    let navigator: JsValue = web_sys::window().expect("a window").navigator().into();
    for (body, gpc) in
        [("return true", Some(true)), ("return false", Some(false)), ("return undefined", None), ("return '1'", None)]
    {
        let found = with_getter(&navigator, "globalPrivacyControl", body, signals::signals);
        assert_eq!(found.gpc, gpc, "{body}");
    }
}

#[wasm_bindgen_test]
fn the_clock_says_this_century() {
    let now = clock::now().expect("a clock").to_string();
    assert!(now.starts_with("20") && now.len() == 20, "{now}");
}
