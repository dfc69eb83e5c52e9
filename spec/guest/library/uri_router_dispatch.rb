# Needs Ruby 3.3: its standard library
require 'uri'

class Router
  NotFound = Class.new(StandardError)
  MethodNotAllowed = Class.new(StandardError)
  Route = Struct.new(:verb, :pattern, :names, :action)

  def initialize(&)
    @routes = []
    instance_eval(&)
  end

  %w[get post delete].each do |verb|
    define_method(verb) do |template, &action|
      names = template.scan(/:(\w+)/).flatten.map(&:to_sym)
      regexp = Regexp.new('\A' + Regexp.escape(template).gsub(/:(\w+)/, '([^/]+)') + '/?\z')
      @routes << Route.new(verb.upcase, regexp, names, action)
    end
  end

  def call(verb, url)
    uri = URI.parse(url)
    matching = @routes.select { |r| r.pattern.match?(uri.path) }
    raise NotFound, uri.path if matching.empty?

    route = matching.find { |r| r.verb == verb } or
      raise MethodNotAllowed, "#{verb} #{uri.path} (allowed: #{matching.map(&:verb).join(', ')})"
    values = route.pattern.match(uri.path).captures.map { |c| URI.decode_uri_component(c) }
    params = route.names.zip(values).to_h
    query = URI.decode_www_form(uri.query || '').to_h.transform_keys(&:to_sym)
    route.action.call(**query, **params)
  end
end

app = Router.new do
  get('/') { |**| 'home' }
  get('/books') { |page: '1', **| "books page #{page}" }
  get('/books/:id') { |id:, format: 'html'| "book #{Integer(id)} as #{format}" }
  delete('/books/:id') { |id:, **| "deleted #{id}" }
  get('/tags/:name/books/:year') { |**all| all.inspect.length.positive? ? all.sort.map { |k, v| "#{k}=#{v}" }.join(',') : '' }
end

[%w[GET http://lib.test/], %w[GET /books?page=3&x=1], %w[GET /books/12], %w[GET /books/12/?format=json],
 %w[DELETE /books/7], %w[POST /books/7], %w[GET /tags/sci%2Ffi%20%C3%A9/books/1999?sort=asc], %w[GET /nope], %w[GET /books/x],
 %w[GET /books/1?color=red], ['GET', '/bad path']].each do |verb, url|
  puts "#{verb} #{url} -> #{app.call(verb, url)}"
rescue Router::NotFound, Router::MethodNotAllowed, ArgumentError, URI::InvalidURIError => e
  puts "#{verb} #{url} -> #{e.class}: #{e.message}"
end
