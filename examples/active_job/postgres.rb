# frozen_string_literal: true

require "fileutils"
require "tmpdir"

# A PostgreSQL of its own on a socket in a scratch folder, for the time of a block.
class Postgres
  # @yieldparam [Postgres]
  def self.run
    Dir.mktmpdir do |folder|
      postgres = new(folder)
      yield postgres
    ensure
      postgres&.stop
    end
  end

  def initialize(folder)
    @folder = folder
    # It refuses to be root's.
    @as = Process.uid.zero? ? %w[setpriv --reuid=postgres --regid=postgres --clear-groups --reset-env] : []
    FileUtils.chown("postgres", "postgres", folder) unless @as.empty?
    call("initdb", "--pgdata=#{data}", "--auth=trust", "--username=kobako", "--encoding=UTF8", "--no-locale")
    start
    ENV["PGHOST"] = folder
  end

  def restart
    stop
    start
  end

  def stop = call("pg_ctl", "--pgdata=#{data}", "--wait", "--timeout=600", "--mode=fast", "stop")

  private

  def data = "#{@folder}/data"

  def start
    call("pg_ctl", "--pgdata=#{data}", "--wait", "--timeout=600", "--log=#{@folder}/log", "start",
         "--options=-c listen_addresses='' -c unix_socket_directories='#{@folder}'")
  end

  def call(name, *arguments)
    path = Dir["/usr/lib/postgresql/*/bin/#{name}"].max || name
    system(*@as, path, *arguments, chdir: @folder, out: File::NULL, exception: true)
  end
end
