//! The engine from outside: guests, services, limits and what is kept, without any interpreter around.

mod cache;
mod eval;
mod fuzz;
mod hostile;
mod images;
mod limits;
mod sandbox;
mod services;
mod waiting;
mod watching;
