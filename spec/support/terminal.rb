# frozen_string_literal: true

require "open3"

# One screen of tmux, on a server of its own.
class Terminal
  def initialize(folder)
    @socket = "#{folder}/tmux"
    @folder = folder
  end

  def open(shell, env)
    set = env.map { |name, value| "#{name}=#{value}" }
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "50", "-c", @folder, "env", *set, *shell)
  end

  def type(text) = tmux("send-keys", "-l", "--", text)
  def press(*keys) = tmux("send-keys", *keys)
  def screen = tmux("capture-pane", "-p").gsub(/ +$/, "").sub(/\n+\z/, "\n")
  def close = tmux("kill-server")

  private

  def tmux(*arguments)
    output, status = Open3.capture2e("tmux", "-S", @socket, *arguments)
    raise "tmux #{arguments.first}: #{output}" unless status.success?

    output
  rescue Errno::ENOENT
    raise "tmux is missing, which this spec needs (bin/setup installs it)"
  end
end
