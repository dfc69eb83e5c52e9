# frozen_string_literal: true

require "digest"
require_relative "mruby_source"
require_relative "ruby_library_source"

# A digest over everything that data/kobako.wasm is made of; the binary carries it.
module GuestDigest
  SECTION = "kobako.sources"
  SOURCES = %w[
    crates/bake/src/**/*.rs
    crates/compiler/Cargo.toml
    crates/compiler/src/**/*.rs
    crates/library/Cargo.toml
    crates/library/src/**/*.rs
    crates/mrbc/Cargo.toml
    crates/mrbc/src/**/*.rs
    crates/wire/Cargo.toml
    crates/wire/src/**/*.rs
    guest/Cargo.lock
    guest/Cargo.toml
    guest/build.rs
    guest/gems/*/mrbgem.rake
    guest/gems/resident
    guest/gems/*/{include,mrblib,src}/**/*
    guest/library/**/*
    guest/mruby/**/*
    guest/onig/*
    guest/optimizer/*
    guest/src/**/*.rs
    rakelib/support/{crate_stage,guest_build}.rb
    rakelib/support/guest_library.rb
    rakelib/support/onig_*.rb
    rakelib/support/{pinned_crate,unicode_tables}.rb
    rakelib/support/prism_toolchain.rb
    rakelib/support/unread_methods.rb
    rakelib/support/wasm_optimizer.rb
  ].freeze

  class << self
    # The sources, relative to `root`.
    def files(root = Dir.pwd)
      Dir.glob(SOURCES, base: root).select { |file| File.file?(File.join(root, file)) }.grep_v(/README/).sort
    end

    # Of the tree below `root`, in hexadecimal.
    def of_tree(root = Dir.pwd)
      files(root).each_with_object(Digest::SHA256.new.update(pinned)) do |file, sum|
        content = File.binread(File.join(root, file))
        sum << "#{file}\0#{content.bytesize}\0" << content
      end.hexdigest
    end

    # The digests of what is not in the tree.
    def pinned = MrubySource::DIGEST + RubyLibrarySource::DIGEST

    # That a binary carries, nil if it carries none.
    def of_binary(wasm) = custom_section(wasm, SECTION)

    # What the last custom section of a name has, nil if a module has none.
    def custom_section(wasm, name)
      sections(wasm).reverse_each do |id, body|
        next unless id.zero?

        size, name_at = leb128(body, 0)
        return body.byteslice((name_at + size)..) if body.byteslice(name_at, size) == name
      end
      nil
    end

    # [id, body] of each section of a module, or of what has sections from an offset on.
    def sections(wasm, at = 8)
      found = []
      while at < wasm.bytesize
        size, start = leb128(wasm, at + 1)
        found << [wasm.getbyte(at), wasm.byteslice(start, size)]
        at = start + size
      end
      found
    end

    # The number at an offset, and the offset after it.
    def leb128(bytes, offset)
      value = shift = 0
      loop do
        byte = bytes.getbyte(offset)
        offset += 1
        value |= (byte & 0x7f) << shift
        return [value, offset] if byte < 0x80

        shift += 7
      end
    end
  end
end
