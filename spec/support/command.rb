# frozen_string_literal: true

require "kobako/cli"
require "open3"
require "rbconfig"
require "stringio"
require "tmpdir"

# The command `kobako`, in this process and in one of its own.
module Command
  EXECUTABLE = File.expand_path("../../exe/kobako", __dir__)
  LIB = File.expand_path("../../lib", __dir__)

  # What the command left.
  Left = Struct.new(:status, :out, :err) do
    def json = JSON.parse(out, symbolize_names: true)
  end

  # A stream that says that it is a terminal.
  class Screen < StringIO
    def tty? = true
  end

  # @return [Left] of the command in this process
  def kobako(*arguments, stdin: "", out: StringIO.new, err: StringIO.new)
    status = Kobako::CLI.start(arguments, stdin: StringIO.new(stdin), stdout: out, stderr: err)
    Left.new(status, out.string, err.string)
  end

  # @return [Left] of the real executable; its status is that of a shell
  def executable(*arguments, stdin: "", env: {})
    out, err, status = Open3.capture3(env, RbConfig.ruby, "-I#{LIB}", EXECUTABLE, *arguments, stdin_data: stdin)
    Left.new(status.exitstatus || (128 + status.termsig), out, err)
  end

  # What the command is started by; for a shell.
  COMMAND_LINE = [RbConfig.ruby, "-I#{LIB}", EXECUTABLE].join(" ").freeze

  # Gives the block a folder with files of these names and contents, and is in it.
  def in_folder(files = {})
    Dir.mktmpdir do |folder|
      Dir.chdir(folder) do
        files.each { |name, content| File.binwrite(name, content) }
        yield folder
      end
    end
  end
end
