//! The sandbox's web page, tried through its own HTTP as a browser would use it.

mod acts;
mod guard;
mod inspector;
mod live;
mod sees;
mod support;
mod workshop;
