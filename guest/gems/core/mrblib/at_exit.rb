# What a program leaves for its end: the latest runs first.
module Kernel
  def at_exit(&block)
    raise ArgumentError, "called without a block" unless block

    Kernel.__exits << block
    block
  end
  module_function :at_exit
end

class << Kernel
  def __exits = @__exits ||= []

  # What the program ends with after that: an exception or nil. What it ended with so far is `$!` meanwhile.
  def __leave(error)
    raise error if error

    __run_exits(nil)
  rescue Exception => e
    e.equal?(error) ? __run_exits(error) : e
  end

  # The first exception is the end, or the latest `exit`; of the others the stream of errors tells.
  def __run_exits(error)
    while (block = @__exits.pop)
      begin
        block.call
      rescue Exception => e
        if error.nil? || SystemExit === e
          error = e
        else
          $stderr.write(e.full_message(highlight: false))
        end
      end
    end
    error
  end
end
