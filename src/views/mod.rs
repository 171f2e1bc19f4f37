//! The views: Yew components with data in and callbacks out, and what the build prepares for them. They know no storage and no clock,
//! so the build renders them as well as the app.
//!
//! [`registry`] has one row per view of the dialog, and one folder here has all of it. `notice` is the first layer, rendered when
//! courtesy is built and shown by the loader without wasm. [`App`] is what a browser runs once a view is opened: it draws what the
//! build prepared, and knows no declaration.

mod app;
mod app_context;
mod browser_port;
#[cfg(feature = "read")]
pub mod builder;
mod buttons;
mod by_address;
pub mod choices;
mod chunk;
mod chunks;
mod decision;
#[cfg(feature = "read")]
pub mod details;
mod dialog;
mod draw;
mod element;
mod layout;
#[cfg(feature = "read")]
mod notice;
#[cfg(feature = "read")]
pub mod policy;
#[cfg(feature = "read")]
pub mod receipt;
mod record_controls;
pub mod registry;
mod required;
pub mod rights;
mod state;

pub use app::{App, AppEvent, AppProps, Screen};
pub use app_context::AppContext;
pub use browser_port::BrowserPort;
pub use by_address::ByAddress;
pub use choices::model::{Choices, Row};
pub use chunks::Chunks;
#[cfg(feature = "read")]
pub use chunks::cut;
pub use decision::Decision;
pub use element::{Attribute, Element};
#[cfg(feature = "read")]
pub use notice::markup::{FirstLayer, LiveRegion, Notice, NoticeProps, Reopen};
#[cfg(feature = "read")]
pub use notice::sentences::nouns;
pub use rights::delivery::Delivery;
pub use rights::draft::Draft;
pub use rights::event::{Effect, FormEvent, Outcome};
pub use rights::form::{Form, FormProps};
pub use rights::model::{OptOut, PlaceRights, Rights};
pub use state::{Action, CloseReason, OpenView, RecordState, State};
