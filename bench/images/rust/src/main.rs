//! A web server with old dependencies, for the images that the benchmarks scan.
use hyper::service::{make_service_fn, service_fn};
use hyper::{Body, Request, Response, Server};
use smallvec::SmallVec;

async fn hello(request: Request<Body>) -> Result<Response<Body>, hyper::Error> {
    let slashes = regex::Regex::new("/").unwrap();
    let parts: SmallVec<[&str; 4]> = slashes.split(request.uri().path()).collect();
    let answer = serde_json::json!({"parts": parts.len(), "at": chrono::Utc::now().to_rfc3339()});
    Ok(Response::new(Body::from(answer.to_string())))
}

#[tokio::main]
async fn main() {
    let service = make_service_fn(|_| async { Ok::<_, hyper::Error>(service_fn(hello)) });
    Server::bind(&([127, 0, 0, 1], 8080).into()).serve(service).await.unwrap();
}
