# frozen_string_literal: true

require "English"

# Work in a process of its own.
module Forked
  # @yieldreturn [Object] that can be marshalled
  # @return [Object] the same
  # @raise [RuntimeError] when the process died
  def self.call
    reader, writer = IO.pipe(binmode: true)
    pid = fork do
      reader.close
      writer.write(Marshal.dump(yield))
      writer.close
      exit!(0)
    end
    writer.close
    result = reader.read
    Process.wait(pid)
    raise "a process ended with #{$CHILD_STATUS}" unless $CHILD_STATUS.success?

    Marshal.load(result) # rubocop:disable Security/MarshalLoad
  ensure
    reader.close
  end
end
