# frozen_string_literal: true

require "fileutils"
require_relative "guest_digest"
require_relative "npm"

# Binaryen, of which guest/optimizer says which, at work on a baked guest.
class WasmOptimizer
  # What the compilers' own code asks for.
  FEATURES = %w[bulk-memory exception-handling multivalue mutable-globals nontrapping-float-to-int reference-types
                sign-ext].map { |name| "--enable-#{name}" }.freeze
  # Functions stay apart, as the compilers have weighed what they inline, and branches what they are: without some
  # of them tight loops were a tenth slower. The lowest kilobyte is the end of the stack, which nothing reaches by an
  # address that wraps around.
  SMALLER = %w[-Oz --low-memory-unused --optimize-added-constants-propagate --skip-pass=remove-unused-brs
               --skip-pass=inlining --skip-pass=inlining-optimizing].freeze
  # After it, as it would put them back: long constants that a function names often become locals.
  LAST = %w[--const-hoisting --reorder-locals].freeze

  # Of the tree in `root`.
  def initialize(root)
    @pinned = File.join(root, "guest/optimizer")
    @folder = File.join(root, "guest/target/optimizer")
  end

  # Optimizes a module in its place, once all is done, and gives its path. Names of functions stay if there are some.
  def call(wasm)
    install unless installed?
    named = GuestDigest.custom_section(File.binread(wasm), "name") ? ["--debuginfo"] : []
    optimized = File.join(@folder, "optimized.wasm")
    system("node", program, *FEATURES, *SMALLER, *LAST, *named, wasm, "-o", optimized, exception: true)
    FileUtils.mv(optimized, wasm)
    wasm
  end

  private

  def files = %w[package.json package-lock.json].map { |name| File.join(@pinned, name) }
  def program = File.join(@folder, "node_modules/binaryen/bin/wasm-opt")
  def stamp = File.join(@folder, "installed")
  def state = files.map { |file| File.binread(file) }.join
  def installed? = File.exist?(stamp) && File.binread(stamp) == state

  def install
    FileUtils.mkdir_p(@folder)
    FileUtils.cp(files, @folder)
    Npm.ci(@folder)
    File.binwrite(stamp, state)
  end
end
