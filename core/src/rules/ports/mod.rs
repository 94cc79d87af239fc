//! Ports, and the addresses on which servers listen.

pub(crate) mod binds_loopback;
pub(crate) mod blocked_mail_port;
pub(crate) mod fixed_port;
pub(crate) mod guessed_port;
pub(crate) mod invalid_port;
pub(crate) mod port_without_listener;
