//! Journeys through the built site, as its users make them.

mod smoke;
