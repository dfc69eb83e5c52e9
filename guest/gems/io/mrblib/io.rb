# IO's constants, EOFError, and the methods of Kernel that print as functions of the module.
class IO
  SEEK_SET = 0
  SEEK_CUR = 1
  SEEK_END = 2
end

class EOFError < IOError; end

module Kernel
  module_function :p, :print, :printf, :putc, :puts
end
