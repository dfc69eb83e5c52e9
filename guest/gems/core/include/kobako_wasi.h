/* Imports of WASI: what a host provides. */
#ifndef KOBAKO_WASI_H
#define KOBAKO_WASI_H

#ifdef __wasm__
#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
#else
#define WASI(name)
#endif

#endif
