# frozen_string_literal: true

require "open3"
require "tmpdir"
require_relative "unhurried"

# Wasm files that the gem did not build, made from text.
#
# A module of `wat` behaves as a sound guest for code that begins with "g" (its result is 42) and as its
# arguments say for all other code, so that one sandbox shows an attack and that it is usable afterwards.
module HostileModule
  include Unhurried

  MEMORY = '(memory (export "memory") 2)'
  # Where a module finds its own outcome; the sound one is the first two bytes.
  OUTCOME = 64

  class << self
    # @param text [String] a module as WebAssembly text
    # @return [String] its bytes
    def assemble(text, *options)
      wasm, errors, status = Open3.capture3("wat2wasm", *options, "--output=-", "-", stdin_data: text, binmode: true)
      raise "wat2wasm refused the module: #{errors}\n#{text}" unless status.success?

      wasm
    end

    # @param eval [String] what `__kobako_eval` does
    # @param run [String] what `__kobako_run` does with local 0, where its message is, and local 1, its size
    # @param take_outcome [String] an expression of the packed pointer and length
    # @param start [String] what the start function does
    # @param initialize [String] what `_initialize` does
    # @param alloc [String] an expression of the pointer that `__kobako_alloc` gives
    # @param imports [String] further imports
    # @param fields [String] further fields of the module
    # @return [String] a module as WebAssembly text
    def wat(memory: MEMORY, eval: "", run: "", take_outcome: nil, start: nil, initialize: nil,
            alloc: "(i32.const 4096)", imports: "", fields: "")
      <<~WAT
        (module
          (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
          (import "env" "__kobako_dispatch" (func $dispatch (param i32 i32) (result i64)))
          #{imports}
          #{memory}
          (data (i32.const #{OUTCOME}) "\\01\\2a")
          (global $frames_are_read (mut i32) (i32.const 0))
          (func $hostile (result i32)
            (if (i32.eqz (global.get $frames_are_read)) (then
              (global.set $frames_are_read (i32.const 1))
              (i32.store (i32.const 0) (i32.const 16))
              (i32.store (i32.const 4) (i32.const 16))
              (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))))
            (i32.ne (i32.load8_u (i32.const 25)) (i32.const 103)))
          (func (export "__kobako_eval") (if (call $hostile) (then #{eval})))
          (func (export "__kobako_run") (param i32 i32) #{run})
          (func $alloc (export "__kobako_alloc") (param i32) (result i32) #{alloc})
          (func (export "__kobako_yield_to_block") (param i32 i32) (result i64) (i64.const 0))
          (func (export "__kobako_take_outcome") (result i64)
            (if (result i64) (call $hostile)
              (then #{take_outcome || packed(OUTCOME, 2)})
              (else #{packed(OUTCOME, 2)})))
          #{entry(start) { |body| "(func $start #{body}) (start $start)" }}
          #{entry(initialize) { |body| "(func (export \"_initialize\") #{body})" }}
          #{fields})
      WAT
    end

    # @return [String] an expression of the packed form of both, which may be out of any range
    def packed(ptr, len) = format("(i64.const 0x%08x%08x)", ptr & 0xffffffff, len & 0xffffffff)

    # @return [String] `bytes` in a form that fits into WebAssembly text
    def literal(bytes) = bytes.unpack("C*").map { |byte| format("\\%02x", byte) }.join

    private

    def entry(body) = body && yield("(if (call $hostile) (then #{body}))")
  end

  # Keeps what the examples compile out of the user's cache, except for the gem's own guest.
  def self.included(group)
    group.around do |example|
      Kobako::Sandbox.new
      Dir.mktmpdir do |folder|
        @folder = folder
        kept = ENV.fetch("KOBAKO_CACHE_DIR", nil)
        ENV["KOBAKO_CACHE_DIR"] = File.join(folder, "cache")
        example.run
      ensure
        ENV["KOBAKO_CACHE_DIR"] = kept
      end
    end
  end

  # @return [String] path of a new file that holds `bytes`
  def file_of(bytes)
    File.join(@folder, "guest.wasm").tap { |path| File.binwrite(path, bytes) }
  end

  # @return [Kobako::Sandbox] of a module made by {HostileModule.wat}
  def hostile_sandbox(options = {}, **parts)
    Kobako::Sandbox.new(wasm_path: file_of(HostileModule.assemble(HostileModule.wat(**parts))), **options)
  end

  # @return [Kobako::Sandbox] whose guest leaves `bytes` as its outcome
  def sandbox_leaving(bytes)
    hostile_sandbox(fields: %[(data (i32.const 256) "#{HostileModule.literal(bytes)}")],
                    take_outcome: HostileModule.packed(256, bytes.bytesize))
  end

  # Raises what the hostile guest causes, after the same sandbox was seen to work before and after it.
  def attack(sandbox, code = "attack")
    sound(sandbox)
    sandbox.eval(code)
  ensure
    sound(sandbox)
  end

  def sound(sandbox)
    expect(unhurried(sandbox, "good")).to eq(42)
  end
end
