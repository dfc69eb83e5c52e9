/* Digests, which the guest crate makes. */
#ifndef KOBAKO_DIGESTS_H
#define KOBAKO_DIGESTS_H

#include <mruby.h>

/* A context is `size` bytes, owns nothing else, and is begun by the number of its algorithm. */
enum kobako_algorithm { KOBAKO_MD5, KOBAKO_SHA1, KOBAKO_RMD160, KOBAKO_SHA256, KOBAKO_SHA384, KOBAKO_SHA512 };

struct kobako_digests {
  size_t size;
  void (*begin)(void *context, uint32_t algorithm);
  void (*copy)(void *to, const void *from);
  void (*update)(void *context, const char *bytes, size_t len);
  /* Writes the digest of what came so far; `len` is its length. */
  void (*finish)(const void *context, char *out, size_t len);
};

/* Must be called before kobako_open. */
void kobako_use_digests(const struct kobako_digests *table);

#endif
