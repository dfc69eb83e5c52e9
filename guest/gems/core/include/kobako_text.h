/* Bytes that go to the guest crate and come from it. */
#ifndef KOBAKO_TEXT_H
#define KOBAKO_TEXT_H

#include <stddef.h>

struct kobako_text {
  const char *bytes;
  size_t len;
};

#endif
