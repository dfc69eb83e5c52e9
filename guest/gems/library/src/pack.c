/* The pack of the standard library: in WebAssembly the first segment of data, which kobako-bake puts into the module. */
#include <kobako_library.h>

#ifdef __wasm__
void
kobako_read_pack(void *to, size_t from, size_t len)
{
  __asm__ volatile("local.get %0\n"
                   "local.get %1\n"
                   "local.get %2\n"
                   "memory.init 0, 0"
                   :
                   : "r"(to), "r"(from), "r"(len)
                   : "memory");
}
#endif
