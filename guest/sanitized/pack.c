/* The pack of the standard library, which is the file PACK. */
#include <stddef.h>
#include <string.h>

extern const char kobako_pack[];
__asm__(".section .rodata\n.globl kobako_pack\nkobako_pack: .incbin \"" PACK "\"\n.text\n");

void
kobako_read_pack(void *to, size_t from, size_t len)
{
  memcpy(to, kobako_pack + from, len);
}
