// Tests with the generated fake (OpenApiFake in the project file). Run them with: dotnet test samples/Testing

using Library;
using Xunit;

public class LibrarianTests
{
    [Fact]
    public async Task Book_IsLent()
    {
        var fake = new LibraryFake();
        fake.Loans.CreateLoan = (body, request) => new Loan { Id = Guid.NewGuid(), Due = new DateOnly(2030, 5, 1) };

        string answer = await new Librarian(fake.CreateClient()).LendAsync("9780141439518", "Ada");

        // FindBook has no delegate, so it answers with the example of the document.
        Assert.Equal("Pride and Prejudice is yours until 1 May.", answer);
        Assert.Equal(["Books.FindBook", "Loans.CreateLoan"], fake.Requests.Select(r => r.Operation));
        Assert.Equal("""{"isbn":"9780141439518","member":"Ada"}""", fake.Requests[1].Body);
    }

    [Fact]
    public async Task BookWithoutCopies_IsNotLent()
    {
        var fake = new LibraryFake();
        fake.Books.FindBook = (isbn, request) => new Book { Isbn = isbn, Title = "Emma", Copies = 0 };

        Assert.Equal("All copies of Emma are lent.", await new Librarian(fake.CreateClient()).LendAsync("9780141439587", "Ada"));
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task UnknownBook_IsNotLent()
    {
        var fake = new LibraryFake();
        fake.Books.FindBook = (isbn, request) => throw new ApiFakeErrorException(404, new Problem { Message = "no book" });

        Assert.Equal("We do not have this book.", await new Librarian(fake.CreateClient()).LendAsync("1", "Ada"));
    }

    [Fact]
    public async Task RequestThatTheDocumentDoesNotAllow_FailsTheTest()
    {
        var fake = new LibraryFake();

        await Assert.ThrowsAsync<ApiFakeRefusedException>(() => new Librarian(fake.CreateClient(new LibraryClientOptions())).LendAsync("1", "Ada"));
        Assert.Contains("demands a credential", fake.Requests[0].Refusal);
    }
}
