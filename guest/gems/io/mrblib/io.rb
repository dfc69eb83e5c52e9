# IO's constants, EOFError, and the methods of Kernel that print as functions of the module.
class IO
  include Enumerable

  SEEK_SET = 0
  SEEK_CUR = 1
  SEEK_END = 2

  def internal_encoding = nil
  def external_encoding = fileno == 0 ? Encoding.default_external : nil

  # Nothing is to be read from a stream that is read, and a sandbox has no other: it is at its end.
  def eof? = read.empty?
  alias eof eof?
  def gets(*) = read(1)
  def getc = read(1)
  def readlines(*) = read.lines
  def readline(*) = gets || raise(EOFError, "end of file reached")

  def each_line(*)
    return to_enum(:each_line) unless block_given?

    read
    self
  end
  alias each each_line
end

class EOFError < IOError; end

module Kernel
  # Warns as the code that was running.
  def self.__complain(text) = warn(text, uplevel: 0)

  # From $stdin, which is empty unless a script puts something in its place.
  def gets(...) = $_ = $stdin.gets(...)
  def readline(...) = $_ = $stdin.readline(...)
  def readlines(...) = $stdin.readlines(...)

  module_function :gets, :p, :print, :printf, :putc, :puts, :readline, :readlines
end
