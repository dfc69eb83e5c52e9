# frozen_string_literal: true

require "support/processes"

# Processes that begin with no compiled code but what a folder keeps.
module ColdStarts
  # Begins a process that, after `prepare`, makes a sandbox of the wasm file and evaluates in it.
  #
  # @param folder [String] that the cache is in, wherever `environment` puts it
  # @return [Processes::Child] whose value is "mapped" if it uses a file of compiled code from there, else "compiled"
  def begin_start(wasm, folder, environment)
    Processes::Child.new do
      ENV.update(environment)
      yield if block_given?
      raise "wrong result" unless Kobako::Sandbox.new(wasm_path: wasm).eval("good = 42") == 42

      mapped_from?(folder) ? "mapped" : "compiled"
    end
  end

  private

  def mapped_from?(folder)
    File.binread("/proc/self/maps").lines.grep(/\.cwasm$/n).any? { |line| line.include?(folder.b) }
  end
end
