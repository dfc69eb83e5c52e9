# frozen_string_literal: true

require "fileutils"
require "tmpdir"
require "kobako"
require_relative "fuzz_run"
require_relative "mutation"
require_relative "../spec/support/hostile_module"

# Compiled code on disk that was changed in any way must be compiled anew, and never run.
module CachedCode
  class << self
    def warm_up
      @folder = Dir.mktmpdir
      ENV["KOBAKO_CACHE_DIR"] = File.join(@folder, "cache")
      File.binwrite(@wasm = File.join(@folder, "guest.wasm"), HostileModule.assemble(HostileModule.wat))
      @time = Time.at(0)
      load
      @path = Dir[File.join(@folder, "cache", "*.cwasm")].fetch(0)
      @good = File.binread(@path)
    end

    def check(number)
      random = Random.new(number)
      bytes = changed(random)
      before = write(bytes)
      result = load
      return "it gave #{result.inspect}" unless result == 42
      return if bytes == @good
      return "the changed file is still there" if File.lstat(@path).ino == before

      "the new file is not the good one" unless File.binread(@path) == @good
    end

    private

    def changed(random)
      case random.rand(4)
      when 0 then @good[0, random.rand(@good.bytesize)]
      when 1 then @good.dup.tap { |bytes| flip(random, bytes, random.rand(bytes.bytesize)) }
      when 2 then @good.dup.tap { |bytes| flip(random, bytes, [4096, bytes.bytesize].min - 1 - random.rand(64)) }
      else Mutation.bytes(random, @good, most: 2)
      end
    end

    def flip(random, bytes, place) = bytes.setbyte(place, bytes.getbyte(place) ^ (1 << random.rand(8)))

    # A new file each time, as the old one may be mapped.
    def write(bytes)
      File.binwrite(fresh = "#{@path}.new", bytes, perm: 0o600)
      File.rename(fresh, @path)
      File.lstat(@path).ino
    end

    # As a process would that never saw the file.
    def load
      File.utime(@time += 1, @time, @wasm)
      Kobako::Sandbox.new(wasm_path: @wasm).eval("good")
    end
  end
end

if $PROGRAM_NAME == __FILE__
  FuzzRun.main("cached code", CachedCode.method(:warm_up)) { |number| CachedCode.check(number) }
end
