# frozen_string_literal: true

require "open3"

# The compilers that build the guest, and how to get them.
module GuestToolchain
  PACKAGES = %w[clang-22 lld-22 llvm-22 libclang-rt-22-dev-wasm32 wasi-libc rustc-web cargo-web rust-web-src
                libstd-rust-web-dev].freeze
  # What `rake guest:sanitize` needs besides: the sanitizers' runtimes, and a C library of 32 bits.
  SANITIZER_PACKAGES = %w[libclang-rt-22-dev gcc-multilib].freeze
  TARGET = "wasm32-wasip1"
  CLANG = "clang-22"
  ARCHIVER = "llvm-ar-22"
  LINKER = "wasm-ld-22"
  HEADERS = "/usr/include/wasm32-wasi"
  LIBRARIES = "/usr/lib/wasm32-wasi"
  RUST_SOURCE = "/usr/lib/rustlib/src/rust/library"

  class << self
    # Packages that are not installed, of a Debian or an Ubuntu.
    def missing
      (PACKAGES + SANITIZER_PACKAGES).reject do |package|
        status, = Open3.capture2e("dpkg-query", "--show", "--showformat=${Status}", package)
        status.include?("install ok installed")
      end
    end

    # Where cargo puts an executable of this workspace.
    def own(name) = File.expand_path(File.join(ENV.fetch("CARGO_TARGET_DIR", "target"), "release", name))

    # The compiler's own runtime library.
    def builtins
      Open3.capture2(CLANG, "--target=#{TARGET}", "-print-libgcc-file-name").first.strip
    end

    # Environment and arguments for cargo: Debian's Rust with its library built from source,
    # or a rustup toolchain that has the target.
    def cargo
      if File.directory?(RUST_SOURCE)
        [{ "RUSTC_BOOTSTRAP" => "1", "RUSTC" => "/usr/bin/rustc" },
         ["/usr/bin/cargo", "build", "-Zbuild-std=std,panic_abort"], debian_flags]
      elsif rustup_target?
        [{}, %w[cargo build], []]
      else
        raise "no Rust for #{TARGET} (run `rake guest:setup` on Debian, or `rustup target add #{TARGET}`)"
      end
    end

    # The same for the sanitized guest, for this machine with 32 bits. Rust of rustup is linked as it is; Debian's is
    # sanitized as the C is.
    def sanitized_cargo
      return [{}, %w[cargo rustc], []] unless File.directory?(RUST_SOURCE)

      [{ "RUSTC_BOOTSTRAP" => "1", "RUSTC" => "/usr/bin/rustc" },
       ["/usr/bin/cargo", "rustc", "-Zbuild-std=std,panic_abort"],
       ["-Zsanitizer=address", "-Zexternal-clangrt", "-Clinker=#{CLANG}", "-Clink-arg=-m32"]]
    end

    private

    # A panic is a trap, without the message that nobody would read.
    def debian_flags
      ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none",
       "-Clinker=#{LINKER}", "-Clink-self-contained=no", "-Lnative=#{LIBRARIES}",
       "-Clink-arg=#{LIBRARIES}/crt1-reactor.o", "-Clink-arg=--export=_initialize", "-Clink-arg=#{builtins}"]
    end

    def rustup_target?
      installed, status = Open3.capture2e("rustup", "target", "list", "--installed")
      status.success? && installed.split.include?(TARGET)
    rescue Errno::ENOENT
      false
    end
  end
end
