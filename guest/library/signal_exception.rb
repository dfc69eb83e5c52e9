# frozen_string_literal: true

# SignalException and Interrupt: no signal reaches a sandbox, but a script may raise them.
class SignalException < Exception
  # Linux's, by the names that are usual.
  NUMBERS__ = {
    EXIT: 0, HUP: 1, INT: 2, QUIT: 3, ILL: 4, TRAP: 5, ABRT: 6, BUS: 7, FPE: 8, KILL: 9, USR1: 10, SEGV: 11, USR2: 12,
    PIPE: 13, ALRM: 14, TERM: 15, STKFLT: 16, CHLD: 17, CONT: 18, STOP: 19, TSTP: 20, TTIN: 21, TTOU: 22, URG: 23,
    XCPU: 24, XFSZ: 25, VTALRM: 26, PROF: 27, WINCH: 28, IO: 29, PWR: 30, SYS: 31, IOT: 6, CLD: 17, POLL: 29
  }.freeze

  attr_reader :signo
  alias signm message

  # A name takes no message beside it.
  def initialize(signal = (none = true) && nil, *message)
    most = Integer === signal ? 2 : 1
    if none || message.size >= most
      given = none ? 0 : message.size + 1
      raise ArgumentError, "wrong number of arguments (given #{given}, expected #{most == 2 ? "1..2" : 1})"
    end

    @signo = __number_of(signal)
    super(message[0] || "SIG#{NUMBERS__.key(@signo) || @signo}")
  end

  private

  def __number_of(signal)
    if Integer === signal
      raise ArgumentError, "invalid signal number (#{signal})" unless (0..64) === signal

      return signal
    end
    name = Symbol === signal ? signal.name : __try_string(signal)
    raise ArgumentError, "bad signal type #{signal.class}" unless name

    name = name.delete_prefix("SIG")
    NUMBERS__[name.to_sym] or raise ArgumentError, "unsupported signal 'SIG#{name}'"
  end
end

class Interrupt < SignalException
  def initialize(message = "Interrupt") = super(2, message)
end
