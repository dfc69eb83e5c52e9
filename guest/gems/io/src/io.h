/* Between the class IO and the methods of Kernel that print. */
#ifndef KOBAKO_IO_H
#define KOBAKO_IO_H

#include <mruby.h>

void kobako_init_kernel_output(mrb_state *mrb);

#endif
