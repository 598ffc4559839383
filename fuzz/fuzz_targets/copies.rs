#![no_main]
waymark_fuzz::target!(copies);
